const Layout = ({ children, team }: { children: React.ReactNode; team: React.ReactNode }) => (
  <>
    {children}
    {team}
  </>
);

export default Layout;
