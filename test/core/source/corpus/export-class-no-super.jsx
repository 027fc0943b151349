export default class Page {
  render() {
    return null;
  }
}
