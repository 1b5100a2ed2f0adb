import { comeUp } from './walk/comeUp';
import { drill } from './walk/drill';
import { failOver } from './walk/failOver';
import { goBackInTime } from './walk/goBackInTime';
import { loseTheStore } from './walk/loseTheStore';
import { Figures, Scene } from './walk/Scene';
import { Journal } from './Journal';

/**
 * All that is proven of one repository, from nothing until it is gone again. What fails is counted; without a database nothing else is tried.
 */
export async function prove(
  options: Omit<Scene, 'figures'> & {
    journal: Journal;
    /** Restores and outages as well; else that it comes up and fails over, in which tiers differ. */
    restores: boolean;
  },
): Promise<Figures> {
  const { journal, restores, ...given } = options;
  const scene: Scene = { ...given, figures: {} };
  const { repository, kubectl } = scene;
  const title = `${repository.name} (${repository.tier})`;
  const up = await journal.step(
    title,
    'comes up, archives, is backed up',
    check => comeUp(scene, check),
  );
  if (up) {
    await journal.step(title, 'fails over', check => failOver(scene, check));
  }
  if (up && restores) {
    await journal.step(title, 'goes back to a point in time', check =>
      goBackInTime(scene, check),
    );
    await journal.step(title, 'is restored in a drill', check =>
      drill(scene, check),
    );
    if (scene.cluster.breakStore) {
      await journal.step(title, 'loses its store for a while', check =>
        loseTheStore(scene, check),
      );
    }
  }
  await kubectl.deleteNamespace(repository.namespace);
  return scene.figures;
}
