using System.Globalization;
using Microsoft.CodeAnalysis;

namespace TypedLlm.TestKit.Verifiers;

/// <summary>A diagnostic that a test expects. What is not set is not compared, except that without a place the diagnostic must have no location.</summary>
public sealed record DiagnosticResult(string Id)
{
    private readonly string? _messageFormat;

    /// <summary>Expects a diagnostic of <paramref name="descriptor"/>.</summary>
    public DiagnosticResult(DiagnosticDescriptor descriptor)
        : this(descriptor.Id)
    {
        _messageFormat = descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The number of the markup's <c>{|#n:…|}</c> that the diagnostic must cover exactly.</summary>
    public int? MarkupKey { get; private init; }

    /// <summary>The whole text.</summary>
    public string? Message { get; private init; }

    /// <summary>The severity after configuration.</summary>
    public DiagnosticSeverity? Severity { get; private init; }

    /// <summary>Expects the diagnostic at <c>{|#<paramref name="markupKey"/>:…|}</c>.</summary>
    public DiagnosticResult WithLocation(int markupKey) => this with { MarkupKey = markupKey };

    /// <summary>Expects exactly this text.</summary>
    public DiagnosticResult WithMessage(string message) => this with { Message = message };

    /// <summary>Expects the descriptor's message with these arguments.</summary>
    public DiagnosticResult WithArguments(params object[] arguments) => this with
    {
        Message = string.Format(
            CultureInfo.InvariantCulture,
            _messageFormat ?? throw new InvalidOperationException("Arguments need a result made from a descriptor."),
            arguments),
    };

    /// <summary>Expects this severity.</summary>
    public DiagnosticResult WithSeverity(DiagnosticSeverity severity) => this with { Severity = severity };
}
