import { team as crew } from './people';

export default function Layout({ team, analytics, props }) {
  const rows = crew.map((team) => <li key={team.id}>{team.name}</li>);
  {
    const analytics = 1;
    console.log(analytics);
  }
  function inner(props) {
    return props.modal;
  }
  try {
    inner(rows);
  } catch (team) {
    throw team;
  }
  for (const team of crew) inner(team);
  return <ul>{rows}</ul>;
}
