import type { FC } from 'react';
type LayoutComponent<P = {}> = FC<P & { children: React.ReactNode }>;
const Layout: LayoutComponent<{ team: React.ReactNode }> = (props) => props.team;
export default Layout;
