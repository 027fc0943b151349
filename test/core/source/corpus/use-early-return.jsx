export default async function Layout({ children, login, account, help }) {
  const user = await getUser();
  if (!user) {
    return login;
  }
  if (user.admin) return children;
  else if (user.help) return help;
  return <main>{account}</main>;
}
