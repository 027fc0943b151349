import type { FC, PropsWithChildren, ReactNode } from 'react';

type Slots = { team: ReactNode };

export default (({ children, team }) => (
  <main>
    {children}
    {team}
  </main>
)) satisfies FC<PropsWithChildren<Slots>>;
