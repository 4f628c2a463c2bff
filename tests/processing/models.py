# SPDX-License-Identifier: GPL-2.0-or-later
"""Models of one step, to run an algorithm as the modeller does."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
)


def model_of(name, result, **fixed):
    """A model with the zones as its input `zones`, other parameters fixed, and one result (`result_of`)."""
    model = QgsProcessingModelAlgorithm("model", "tests")
    model.addModelParameter(QgsProcessingParameterFeatureSource("zones"), QgsProcessingModelParameter("zones"))
    child = QgsProcessingModelChildAlgorithm(name)
    child.setChildId("step")
    source = QgsProcessingModelChildParameterSource
    child.addParameterSources("ZONES", [source.fromModelParameter("zones")])
    for key, value in fixed.items():
        child.addParameterSources(key, [source.fromStaticValue(value)])
    output = QgsProcessingModelOutput("result", "result")
    output.setChildOutputName(result)
    output.setChildId("step")
    child.setModelOutputs({"result": output})
    model.addChildAlgorithm(child)
    model.initAlgorithm()
    return model


def result_of(model):
    """What the parameter of a model's result is called, which differs by version of QGIS."""
    (definition,) = model.destinationParameterDefinitions()
    return definition.name()
