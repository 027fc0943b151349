import React from 'react';

type Props = { children: React.ReactNode; team: React.ReactNode };

const Layout: React.FC<Props> = ({ children, team }) => {
  return (
    <>
      {children}
      {team}
    </>
  );
};

export default Layout;
