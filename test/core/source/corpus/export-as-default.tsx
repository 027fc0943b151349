const Layout = function ({ team }: { team: React.ReactNode }) {
  return team;
};
const revalidate = 60;
export { Layout as default, revalidate };
