export default function ({ team }: { team: React.ReactNode }) {
  return <main>{team}</main>;
}
