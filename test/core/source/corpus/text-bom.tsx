export default function Layout({ team }: { team: React.ReactNode }) {
  return team;
}
