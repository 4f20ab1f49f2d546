"""What a domain expert edits: YAML with examples beside every rule, its loader and its check."""

from bulletin_nlp.knowledge.load import Knowledge, KnowledgeError, compiled, knowledge, use

__all__ = ["Knowledge", "KnowledgeError", "compiled", "knowledge", "use"]
