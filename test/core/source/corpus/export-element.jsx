export default <main>not a component</main>;
