using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace TypedLlm.TestKit.Verifiers;

/// <summary>What a test state expects, by file; compares it with what the analyzers said.</summary>
internal sealed class ExpectedDiagnostics
{
    private readonly SortedDictionary<string, MarkedText> _files = new(StringComparer.Ordinal);
    private readonly List<(string Path, MarkedSpan Span)> _spans = [];
    private readonly IReadOnlyList<DiagnosticResult> _results;
    private readonly string? _defaultId;

    public ExpectedDiagnostics(TestState state, IReadOnlyList<DiagnosticResult> results, string? defaultId)
    {
        _results = results;
        _defaultId = defaultId;
        foreach (var (project, files) in state.Projects())
        {
            foreach (var (name, text) in files.Sources.Concat(files.AdditionalFiles))
            {
                var path = TestSolution.PathOf(project, name);
                var marked = MarkedText.Parse(text);
                _files.Add(path, marked);
                _spans.AddRange(marked.Spans.Select(span => (path, span)));
            }
        }
    }

    public void Verify(IReadOnlyList<Diagnostic> actual, string what)
    {
        var unexpected = actual.ToList();
        var missing = new List<string>();
        foreach (var (path, span) in _spans.Where(span => !span.Span.IsPlace))
        {
            var id = span.Key.Length > 0
                ? span.Key
                : _defaultId ?? throw new InvalidOperationException("[|…|] needs an analyzer with one rule; name the rule with {|ID:…|}.");
            var found = unexpected.FindIndex(diagnostic => diagnostic.Id == id && IsAt(diagnostic, path, span.Span));
            Take(unexpected, found, missing, $"{id} at {Describe(path, span.Span)}");
        }

        foreach (var result in _results)
        {
            var place = PlaceOf(result);
            var found = unexpected.FindIndex(diagnostic => diagnostic.Id == result.Id
                && (place is var (path, span) ? IsAt(diagnostic, path, span) : diagnostic.Location == Location.None)
                && (result.Severity is null || diagnostic.Severity == result.Severity)
                && (result.Message is null || diagnostic.GetMessage(CultureInfo.InvariantCulture) == result.Message));
            Take(unexpected, found, missing, result.ToString());
        }

        if (unexpected.Count > 0 || missing.Count > 0)
        {
            Assert.Fail(Explain(actual, unexpected, missing, what));
        }
    }

    private static void Take(List<Diagnostic> unexpected, int found, List<string> missing, string description)
    {
        if (found < 0)
        {
            missing.Add(description);
        }
        else
        {
            unexpected.RemoveAt(found);
        }
    }

    private (string Path, TextSpan Span)? PlaceOf(DiagnosticResult result)
    {
        if (result.MarkupKey is not { } key)
        {
            return null;
        }

        var places = _spans.Where(span => span.Span.Key == $"#{key}").ToList();
        return places.Count == 1
            ? (places[0].Path, places[0].Span.Span)
            : throw new InvalidOperationException($"The markup has {places.Count} places #{key}; one is needed.");
    }

    private static bool IsAt(Diagnostic diagnostic, string path, TextSpan span) =>
        diagnostic.Location.SourceSpan == span && diagnostic.Location.GetLineSpan().Path == path;

    private string Describe(string path, TextSpan span)
    {
        var position = SourceText.From(_files[path].Text).Lines.GetLinePosition(span.Start);
        return $"{path}({position.Line + 1},{position.Character + 1}): {_files[path].Text.Substring(span.Start, span.Length)}";
    }

    private string Explain(IReadOnlyList<Diagnostic> actual, List<Diagnostic> unexpected, List<string> missing, string what)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"The diagnostics of {what} are not the expected ones.\n");
        text.AppendJoin("", missing.Select(line => $"missing:    {line}\n"));
        text.AppendJoin("", unexpected.Select(diagnostic => $"unexpected: {diagnostic}\n"));
        text.Append("What came, as markup:\n");
        foreach (var (path, file) in _files)
        {
            var spans = actual
                .Where(diagnostic => diagnostic.Location.GetLineSpan().Path == path)
                .Select(diagnostic => new MarkedSpan(diagnostic.Id, diagnostic.Location.SourceSpan));
            text.Append(CultureInfo.InvariantCulture, $"--- {path}\n{MarkedText.Render(file.Text, spans)}\n");
        }

        return text.ToString();
    }
}
