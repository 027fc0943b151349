import { cookies } from 'next/headers';

export default async function Layout({ team }: { team: React.ReactNode }) {
  const store = await cookies();
  return <main data-theme={store.get('theme')?.value}>{team}</main>;
}
