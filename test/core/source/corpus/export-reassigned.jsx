let Layout = ({ team }) => team;
Layout = wrap(Layout);
export default Layout;
