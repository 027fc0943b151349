import { useSelectedLayoutSegment } from './mine';

export default function Tabs({ children }) {
  const useSelectedLayoutSegments = (key) => [key];
  useSelectedLayoutSegments('team');
  useSelectedLayoutSegment('team');
  return children;
}
