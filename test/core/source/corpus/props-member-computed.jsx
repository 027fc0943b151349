export default function Layout(props) {
  return ['team', 'analytics'].map((slot) => <section key={slot}>{props[slot]}</section>);
}
