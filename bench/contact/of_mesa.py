"""The micro-model with Mesa: one agent a resident, who holds the neighbours."""

import mesa

from . import FORGET, NEIGHBOURS, START, TELL


class Resident(mesa.Agent):
    def __init__(self, model, knows):
        super().__init__(model)
        self.knows = knows
        self.told = False
        self.neighbours = []

    def tell(self):
        if self.knows:
            draw = self.random.random
            for one in self.neighbours:
                if draw() < TELL:
                    one.told = True

    def settle(self):
        if self.knows:
            self.knows = self.random.random() >= FORGET
        elif self.told:
            self.knows = True
        self.told = False


class Ring(mesa.Model):
    def __init__(self, residents, seed):
        super().__init__(seed=seed)
        ring = [Resident(self, self.random.random() < START) for _ in range(residents)]
        for place, one in enumerate(ring):
            one.neighbours = [ring[(place + step) % residents] for step in NEIGHBOURS]

    def step(self):
        self.agents.do("tell")
        self.agents.do("settle")


def play(residents, days, seed):
    """The share that knows, on each day."""
    ring = Ring(residents, seed)
    shares = []
    for _ in range(days):
        ring.step()
        shares.append(sum(one.knows for one in ring.agents) / residents)
    return shares
