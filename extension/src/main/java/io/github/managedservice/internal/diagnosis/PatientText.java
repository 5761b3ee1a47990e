package io.github.managedservice.internal.diagnosis;

record PatientText(String text, Effort effort) implements CharSequence {

    @Override
    public char charAt(int index) {
        effort.step();
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
