const Layout = (props: { team: string }) => props.team;
export = Layout;
