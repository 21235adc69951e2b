namespace TypedLlm.FaultTests.Endpoints;

/// <summary>What <see cref="IReceiptDesk"/> answers with.</summary>
public sealed partial record Receipt(string Shop, IReadOnlyList<ReceiptLine> Lines, string? Note = null);
