namespace TypedLlm.Locks;

/// <summary>What an account was seen to offer of one model.</summary>
/// <param name="Access">Whether the model may be asked at all; null is unknown.</param>
/// <param name="Refused">What was refused.</param>
internal sealed record LockedModel(bool? Access, EquatableArray<LockRefusal> Refused);
