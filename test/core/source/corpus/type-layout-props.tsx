export default async function Layout({ children, team }: LayoutProps<'/dash/[id]'>) {
  return [children, team];
}

export async function generateMetadata(props: Pick<PageProps<"/dash/[id]">, 'params'>) {
  const { id } = await props.params;
  return { title: id };
}
