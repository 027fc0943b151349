import type { ReactNode as Node } from 'react';
import type { Shared } from './types';

type Base = { children: Node };
type Props = Base & Shared & {
  team: Node;
};

const Layout = ({ children, team }: Readonly<Props>) => [children, team];
export default Layout;
