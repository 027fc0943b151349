// A slot that is used as a component, by its variable and by a member.
export default function Layout(props: { team: React.ComponentType; stats: React.ComponentType }) {
  const { team: Team } = props;
  return (
    <section>
      <Team />
      <props.stats>none</props.stats>
    </section>
  );
}
