"""The face of a performance report: ``load_performance(partnership, edition)``, then one call a section."""

from analysis.assessment.performance_report.load import load_performance
from analysis.assessment.performance_report.report import PerformanceReport

__all__ = ["PerformanceReport", "load_performance"]
