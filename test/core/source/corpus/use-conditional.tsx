export default function Layout({ admin, user, guest }: Record<'admin' | 'user' | 'guest', React.ReactNode>) {
  const role = useRole();
  return (
    <main>
      {role === 'admin' ? admin : role === 'user' ? user : guest}
      {role && admin}
      {user ?? guest}
    </main>
  );
}
