namespace TypedLlm.FaultTests.Scenes;

/// <summary>An answer that is not what its type demands.</summary>
/// <param name="Text">The answer.</param>
/// <param name="Path">Where it is wrong.</param>
/// <param name="Expected">What the type demands there.</param>
/// <param name="Found">What kind of thing stands there.</param>
/// <param name="Words">What is said of the path, if it is not just that.</param>
internal sealed record WrongAnswer(Func<TypedForm, string> Text, Func<TypedForm, string> Path, string Expected, string Found, Func<string, string>? Words = null)
{
    public string Clause(TypedForm form) => Words?.Invoke(Path(form)) ?? $"has {Found} at {Path(form)}; expected is {Expected}";
}
