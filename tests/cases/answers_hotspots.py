"""Hot spots, Moran's I and predictive accuracy: every quantity of the published cases.

Geary's C, the global G and Gi without the place itself are given by ``esda`` alone: no report uses them.
"""

from __future__ import annotations

import numpy as np
from esda import G, G_Local, Geary

from analysis.places import accuracy, gi_star, local_moran, moran
from analysis.places.patterns import repeatable, weights

SHOWN = (1, 10, 25, 32, 49)


def hotspot_columbus_crime(case):
    crime = case.data["crime"].to_numpy(float)
    pairs = case.table("neighbours.csv")
    near = tuple(
        tuple(int(other) - 1 for other in pairs.loc[pairs["focal"] == focal, "neighbor"]) for focal in case.data["id"]
    )
    nowhere = np.zeros(len(crime))
    given = {"neighbours": near, "scale": "as given", "permutations": 99}
    whole, local = (one(crime, nowhere, nowhere, **given) for one in (moran, local_moran))
    star = gi_star(crime, nowhere, nowhere, **given).z
    return {
        "moran_I": whole.value,
        "expected_I": whole.expected,
        "z_normality": whole.z_normality,
        "z_randomisation": whole.z_randomisation,
        **{f"local_I_{place}": local.value[place - 1] for place in SHOWN},
        **{f"Gi_star_z_{place}": star[place - 1] for place in SHOWN},
        "n_Gi_star_above_1.96": sum(z > 1.96 for z in star),
        "n_Gi_star_below_-1.96": sum(z < -1.96 for z in star),
        **_of_esda_alone(crime, weights(crime, nowhere, nowhere, near, 0)),
    }


def _of_esda_alone(crime, near):
    with repeatable(1):
        others = G_Local(crime, near, transform="B", star=False, permutations=0).Zs
        return {
            "geary_C": Geary(crime, near, permutations=0).C,
            "global_G": G(crime, near, permutations=0).G,
            **{f"Gi_z_{place}": others[place - 1] for place in SHOWN},
        }


def hotspot_pai(case):
    found = accuracy(*(case.data[name].to_numpy(float) for name in ("predicted", "observed", "area")))
    return {
        "PAI_top1": found.pai[0],
        "PAI_top2": found.pai[1],
        "PAI_all": found.pai[2],
        "PEI": list(found.pei),
        "RRI": list(found.rri),
    }


ANSWERS = {"hotspot-columbus-crime": hotspot_columbus_crime, "hotspot-pai": hotspot_pai}
UNUSED = {"hotspot-columbus-crime": ["geary_C", "global_G", *(f"Gi_z_{place}" for place in SHOWN)]}
"""By case, what rests on methods that no report uses."""
