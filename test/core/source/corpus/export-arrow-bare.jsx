export default async props => props.team;
