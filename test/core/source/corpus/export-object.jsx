export default { title: 'not a component' };
