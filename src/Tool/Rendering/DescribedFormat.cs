using System.Text;
using TypedLlm.CompilerServices;
using TypedLlm.Tool.Descriptors;

namespace TypedLlm.Tool.Rendering;

/// <summary>The format of an answer as the generated client has it, from its descriptor.</summary>
internal sealed class DescribedFormat(AnswerDescriptor answer) : AnswerFormat
{
    private readonly byte[] _schema = Encoding.UTF8.GetBytes(answer.Schema);
    private readonly byte[] _format = Encoding.UTF8.GetBytes(answer.Format);

    public override string Name => answer.Name;

    public override ReadOnlySpan<byte> Schema => _schema;

    public override ReadOnlySpan<byte> FormatJson => _format;
}
