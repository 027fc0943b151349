import Base from './base';

export default class Layout extends Base {
  render() {
    return this.props.children;
  }
}
