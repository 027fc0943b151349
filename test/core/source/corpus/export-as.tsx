const Layout = ((props) => <main>{props.team}</main>) as React.FunctionComponent<{
  team: React.ReactNode;
}>;
export default Layout as React.ComponentType<unknown>;
