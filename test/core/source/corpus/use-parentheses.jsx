export default (function Layout(props) {
  const { ['quoted']: plain, [('quoted')]: quoted } = (props);
  const { team } = ((props));
  return (
    <main>
      {(props.children)}
      {(team).x}
      {((props)).modal}
      {(props)['side']}
      {(props)[('other')]}
      {(quoted ? (plain) : (null))}
      {((props).chart)?.data}
    </main>
  );
});
