export default function Layout({ children, team }: { children: React.ReactNode; team: React.ReactNode }) {
  return (
    <main>
      {children}
      {team}
    </main>
  );
}
