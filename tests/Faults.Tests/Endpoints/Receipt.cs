namespace TypedLlm.FaultTests.Endpoints;

/// <summary>What <see cref="IReceiptDesk"/> answers with.</summary>
public sealed record Receipt(string Shop, IReadOnlyList<ReceiptLine> Lines, string? Note = null);
