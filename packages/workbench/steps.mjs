/**
 * Runs the steps in order. A step that throws ends the program with its sentence instead of a stack trace: these
 * are messages for people who just cloned the project.
 *
 * @param {(() => Promise<void> | void)[]} steps
 */
export async function stepsOrExit(steps) {
  try {
    for (const step of steps) await step();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
