export default function Layout(props) {
  const { children, ...slots } = props;
  return (
    <Shell {...slots} aside={slots.team}>
      {children}
    </Shell>
  );
}
