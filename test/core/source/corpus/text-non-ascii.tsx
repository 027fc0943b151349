/* 👩‍🚀 größer als ASCII: 日本語 */
const 標題 = '👩‍🚀';

export default function Größe({ börse, \u0074eam, 'größe-x': 大 }: { börse: React.ReactNode /* 👩‍🚀 */; team: React.ReactNode; 'größe-x': React.ReactNode }) {
  return <main title={標題}>👩‍🚀 {börse} é {team} {大}</main>;
}
