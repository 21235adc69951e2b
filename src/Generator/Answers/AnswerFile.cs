namespace TypedLlm.Generator;

/// <summary>A file with one class for the types of an assembly's endpoints.</summary>
internal static class AnswerFile
{
    public static string Write(string declaration, Action<SourceWriter> writeMembers)
    {
        var writer = new SourceWriter();
        writer.Write(GeneratedFile.Header);
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
