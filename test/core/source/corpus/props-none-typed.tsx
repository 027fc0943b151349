export default async function Layout<T = (x: string) => void>(/* no props */): Promise<React.ReactNode> {
  return null;
}
