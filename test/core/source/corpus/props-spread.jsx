export default function Layout(props) {
  return <Shell {...props} />;
}
