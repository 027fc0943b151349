import { fetch } from './mine';

export default function Page() {
  fetch('/api');
  return <p>plain</p>;
}
