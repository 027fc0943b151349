interface Props {
	children: React.ReactNode
	team: React.ReactNode
}

export default function Layout({
	children, // the page
	team, // the team
}: Props) {
	return <main>{children}{team}</main>
}
