const Layout: (props: { team: React.ReactNode }) => React.ReactNode = function (props) {
  return props.team;
};
export default Layout;
