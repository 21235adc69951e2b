using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedLlm.Analyzers.Options;

/// <summary>An option of any type, as far as its text can be wrong.</summary>
internal interface IAnalyzerOption
{
    void AddInvalid(AnalyzerConfigOptions options, ICollection<InvalidOption> found);
}
