"""Findings, commended facts and demands: `bulletin_findings`."""
