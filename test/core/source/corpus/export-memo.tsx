import { memo } from 'react';

function Layout({ team }: { team: React.ReactNode }) {
  return <main>{team}</main>;
}

export default memo(Layout);
