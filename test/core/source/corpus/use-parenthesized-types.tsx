import type { ReactNode } from 'react';

interface Props {
  children: (ReactNode);
  team: ((ReactNode) | (null));
  grid: (ReactNode)[];
}

const Layout = (({ children, team, grid }: (Props)) => [(children), (team as (ReactNode)), ((grid)!)]);

export default (Layout);
