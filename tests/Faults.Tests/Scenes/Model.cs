namespace TypedLlm.FaultTests.Scenes;

/// <summary>The models of the endpoints under test, as they stand in requests.</summary>
internal static class Model
{
    public const string Primary = "gpt-5.4";

    /// <summary>What the project's <c>typedllm.models.json</c> makes of "5.3".</summary>
    public const string Fallback = "gpt-5.6-sol";

    public const string RefusesNoEffort = "gpt-6.2-sol";

    public const string SmallerWindow = "gpt-5.4-mini";

    /// <summary>What <see cref="Primary"/> says when nothing else is scripted.</summary>
    public const string PrimaryAnswer = "The primary answers: the parcel left Hamburg at noon, and arrives tomorrow – grüße.";

    /// <summary>What <see cref="Fallback"/> says when nothing else is scripted.</summary>
    public const string FallbackAnswer = "Said by the fallback, from its first word to its last: look behind the garden gate.";
}
