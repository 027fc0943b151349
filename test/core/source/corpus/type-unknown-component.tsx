import type { LayoutComponent } from './types';
const Layout: LayoutComponent<'/dash'> = ({ children, team }) => [children, team];
export default Layout;
