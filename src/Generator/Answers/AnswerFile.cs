using TypedLlm.Endpoints;

namespace TypedLlm.Generator;

/// <summary>A file with one class for the types of an assembly's endpoints.</summary>
internal static class AnswerFile
{
    /// <param name="warnings">What <see cref="WarningIds"/> gives for all that it names.</param>
    /// <param name="declaration">The class.</param>
    /// <param name="writeMembers">Writes its members.</param>
    /// <param name="descriptor">An attribute of the assembly that tools read; null if there is none.</param>
    public static string Write(EquatableArray<string> warnings, string declaration, Action<SourceWriter> writeMembers, string? descriptor = null)
    {
        var writer = new SourceWriter();
        writer.Write(GeneratedFile.Begin(warnings));
        if (descriptor is not null)
        {
            writer.Write(descriptor);
            writer.WriteLine();
        }

        writer.Write($"namespace {AnswerClassNames.Namespace}");
        writer.Open();
        writer.Write(GeneratedFile.Attribute);
        writer.Write(declaration);
        writer.Open();
        writeMembers(writer);
        writer.Close();
        writer.Close();
        return writer.ToString();
    }
}
