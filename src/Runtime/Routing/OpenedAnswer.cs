using TypedLlm.Streaming;

namespace TypedLlm.Routing;

/// <summary>What an attempt came to: a stream that has begun, or a whole answer.</summary>
/// <param name="Stream">The stream, its first content read. Null for a whole answer.</param>
/// <param name="Whole">The whole answer. Null for a stream.</param>
internal readonly record struct OpenedAnswer(AnswerStream? Stream, ResponseSnapshot? Whole);
